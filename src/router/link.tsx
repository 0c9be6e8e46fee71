import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { history, hrefOf, type Params, type ScreenName } from './history';

type Props = Omit< AnchorHTMLAttributes< HTMLAnchorElement >, 'href' | 'id' > & {
	to: ScreenName;
	of?: number;
	params?: Params;
};

/** A click that asks for no other tab or window. */
export const isPlain = ( { button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent ) =>
	button === 0 && ! metaKey && ! ctrlKey && ! shiftKey && ! altKey;

/** A real link, so that it can be opened in a tab; a plain click stays in the app. */
export function Link( { to, of, params, children, ...rest }: Props ) {
	const href = hrefOf( to, of, params );
	const follow = ( event: MouseEvent ) => {
		if ( isPlain( event ) ) {
			event.preventDefault();
			history.push( href );
		}
	};
	return (
		<a { ...rest } href={ href } onClick={ follow }>
			{ children }
		</a>
	);
}
