export type Look = 'watch' | 'flag' | 'quiet' | 'good';

/** A ring: look now and then. A diamond: needs a person. A dash: nothing to do. A disc: well. */
const PATHS: Record< Look, string > = {
	watch: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1Zm0 2.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z',
	flag: 'M6 .5 11.5 6 6 11.5.5 6Z',
	quiet: 'M1.5 5h9v2h-9Z',
	good: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1Z',
};

/** A sign that still differs without any color. */
export const Shape = ( { look }: { look: Look } ) => (
	<svg className="amicable-shape" viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
		<path d={ PATHS[ look ] } fillRule="evenodd" />
	</svg>
);
