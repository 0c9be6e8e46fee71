import { __, _x } from '@wordpress/i18n';
import { can } from '../data/boot';
import type { Capability } from '../data/me/schema';
import type { ScreenName } from '../router/history';
import { Link } from '../router/link';

type Entry = { to: ScreenName; label: string; needs: Capability; holds: ScreenName[] };

const entries = (): Entry[] => [
	{
		to: 'overview',
		label: __( 'Overview', 'amicable' ),
		needs: 'amicable_view',
		holds: [ 'overview' ],
	},
	{
		to: 'find',
		label: __( 'Find a customer', 'amicable' ),
		needs: 'amicable_view',
		holds: [ 'find' ],
	},
	{
		to: 'loose-ends',
		label: __( 'Loose ends', 'amicable' ),
		needs: 'amicable_view',
		holds: [ 'loose-ends' ],
	},
	{
		to: 'customers',
		label: __( 'Customers', 'amicable' ),
		needs: 'amicable_view',
		holds: [ 'customers', 'customer' ],
	},
	{
		to: 'review',
		label: _x( 'Review', 'list of what waits for a person’s word', 'amicable' ),
		needs: 'amicable_cases',
		holds: [ 'review' ],
	},
	{
		to: 'cases',
		label: __( 'Cases', 'amicable' ),
		needs: 'amicable_cases',
		holds: [ 'cases', 'case', 'evidence' ],
	},
	{
		to: 'reports',
		label: _x( 'Reports', 'screen with figures by month', 'amicable' ),
		needs: 'amicable_cases',
		holds: [ 'reports' ],
	},
	{
		to: 'playbook',
		label: __( 'Playbook', 'amicable' ),
		needs: 'amicable_cases',
		holds: [ 'playbook' ],
	},
	{
		to: 'settings',
		label: __( 'Settings', 'amicable' ),
		needs: 'amicable_settings',
		holds: [ 'settings', 'import', 'log' ],
	},
];

/** Where one can go; a screen inside an entry keeps that entry marked. */
export function Header( { current }: { current: ScreenName | undefined } ) {
	const shown = entries().filter( ( { needs } ) => can( needs ) );
	return (
		<div className="amicable-header">
			<span className="amicable-header__name">Amicable</span>
			<nav className="amicable-header__nav" aria-label={ __( 'Amicable', 'amicable' ) }>
				{ shown.map( ( { to, label, holds } ) => {
					const isCurrent = current !== undefined && holds.includes( current );
					const mark = current === to ? 'page' : 'true';
					return (
						<Link
							key={ to }
							to={ to }
							className="amicable-header__link"
							{ ...( isCurrent && { 'aria-current': mark } ) }
						>
							{ label }
						</Link>
					);
				} ) }
			</nav>
		</div>
	);
}
