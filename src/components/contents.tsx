import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';

type Part = { id: string; title: string };

const partsIn = ( page: HTMLElement ): Part[] =>
	Array.from( page.querySelectorAll< HTMLElement >( 'h2[id]' ), ( { id, textContent } ) => ( {
		id,
		title: textContent ?? '',
	} ) );

/** The titles of what stands on the page now: some parts are read later than others. */
function useParts() {
	const page = useRef< HTMLDivElement >( null );
	const [ parts, setParts ] = useState< Part[] >( [] );
	useEffect( () => {
		const { current } = page;
		if ( ! current ) {
			return;
		}
		const read = () =>
			setParts( ( before ) => {
				const now = partsIn( current );
				return JSON.stringify( now ) === JSON.stringify( before ) ? before : now;
			} );
		read();
		const observer = new MutationObserver( read );
		observer.observe( current, { childList: true, subtree: true } );
		return () => observer.disconnect();
	}, [] );
	return { page, parts };
}

/** A long page with links to its parts: beside it where there is room, else above. */
export function WithContents( { children }: { children: ReactNode } ) {
	const { page, parts } = useParts();
	return (
		<div className="amicable-contents">
			<nav
				className="amicable-contents__nav"
				aria-label={ __( 'Parts of this page', 'amicable' ) }
			>
				<ul>
					{ parts.map( ( { id, title } ) => (
						<li key={ id }>
							<a href={ `#${ id }` }>{ title }</a>
						</li>
					) ) }
				</ul>
			</nav>
			<div ref={ page } className="amicable-contents__page">
				{ children }
			</div>
		</div>
	);
}
