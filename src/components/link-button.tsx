import { Button } from '@wordpress/components';
import type { MouseEvent, ReactNode } from 'react';
import { history, hrefOf, type Params, type ScreenName } from '../router/history';
import { isPlain } from '../router/link';

type Props = {
	to: ScreenName;
	of?: number;
	params?: Params;
	variant: 'primary' | 'secondary' | 'tertiary' | 'link';
	children: ReactNode;
};

/** A link that looks like a button; a plain click stays in the app. */
export function LinkButton( { to, of, params, variant, children }: Props ) {
	const href = hrefOf( to, of, params );
	const follow = ( event: MouseEvent ) => {
		if ( isPlain( event ) ) {
			event.preventDefault();
			history.push( href );
		}
	};
	return (
		<Button __next40pxDefaultSize variant={ variant } href={ href } onClick={ follow }>
			{ children }
		</Button>
	);
}
