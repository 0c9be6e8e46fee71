import { TabPanel } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { CustomerDetail } from '../../data/customers/schema';
import { history, replaceParams } from '../../router/history';
import { EvidenceList } from './evidence-list';
import { GoodwillList } from './goodwill';
import { Orders } from './orders';
import { Tickets } from './tickets';
import { Timeline } from './timeline';

const tabs = () => [
	{ name: 'tickets', title: __( 'Tickets', 'amicable' ) },
	{ name: 'orders', title: __( 'Orders', 'amicable' ) },
	{ name: 'evidence', title: __( 'Evidence', 'amicable' ) },
	{ name: 'goodwill', title: __( 'Goodwill', 'amicable' ) },
	{ name: 'timeline', title: __( 'Timeline', 'amicable' ) },
];

function Tab( { name, customer }: { name: string; customer: CustomerDetail } ) {
	switch ( name ) {
		case 'orders':
			return <Orders customer={ customer } />;
		case 'evidence':
			return <EvidenceList customer={ customer } />;
		case 'goodwill':
			return <GoodwillList customer={ customer } />;
		case 'timeline':
			return <Timeline customer={ customer } />;
		default:
			return <Tickets customer={ customer } />;
	}
}

type Props = { customer: CustomerDetail; tab: string | undefined };

/** Every figure above can be traced to a row in here. The open tab is part of the address. */
export function Tabs( { customer, tab }: Props ) {
	const { id } = customer;
	const known = tabs().find( ( { name } ) => name === tab )?.name ?? 'tickets';
	const details = useRef< HTMLDivElement >( null );

	// Whoever was sent here for one of the tabs is taken to it; a tab that was clicked is in sight already.
	useEffect( () => {
		if ( tab !== undefined && history.action === 'PUSH' ) {
			details.current
				?.querySelector< HTMLElement >( '[role="tab"][aria-selected="true"]' )
				?.focus();
		}
	}, [ tab ] );

	return (
		<div className="amicable-panel" ref={ details }>
			<TabPanel
				// The address decides: a new one opens its tab.
				key={ known }
				initialTabName={ known }
				tabs={ tabs() }
				onSelect={ ( name ) => {
					if ( name !== known ) {
						replaceParams( { screen: 'customer', id, params: {} }, { tab: name } );
					}
				} }
			>
				{ ( { name } ) => <Tab name={ name } customer={ customer } /> }
			</TabPanel>
		</div>
	);
}
