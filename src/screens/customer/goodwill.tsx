import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, _x, sprintf } from '@wordpress/i18n';
import { DataTable, type Column } from '../../components/data-table';
import { MoneyText } from '../../components/money-text';
import { can } from '../../data/boot';
import type { CustomerDetail } from '../../data/customers/schema';
import { useGoodwill } from '../../data/goodwill/hooks';
import type { Goodwill } from '../../data/goodwill/schema';
import { goodwillStore } from '../../data/goodwill/store';
import { formatDate } from '../../format/dates';
import { GoodwillDialog } from './goodwill-dialog';
import { goodwillKinds } from './goodwill-words';
import { TabList } from './tab-list';

const used = ( { used: isUsed, used_at: at }: Goodwill ) => {
	if ( ! isUsed ) {
		return __( 'not used yet', 'amicable' );
	}
	if ( ! at ) {
		return __( 'used', 'amicable' );
	}
	/* translators: %s: date. */
	return sprintf( __( 'used on %s', 'amicable' ), formatDate( at ) );
};

const moneyColumns = (): Column< Goodwill >[] => [
	{
		id: 'value',
		label: _x( 'Worth', 'amount of money', 'amicable' ),
		isNumber: true,
		render: ( { money } ) => <MoneyText money={ money?.value } />,
	},
	{
		id: 'cost',
		label: __( 'Cost to the shop', 'amicable' ),
		isNumber: true,
		render: ( { money } ) => <MoneyText money={ money?.cost } />,
	},
];

const columns = (): Column< Goodwill >[] => [
	{
		id: 'kind',
		label: __( 'What they were given', 'amicable' ),
		render: ( entry ) => (
			<>
				{ goodwillKinds()[ entry.kind ] }
				{ entry.note && (
					<>
						<br />
						<span className="amicable-muted">{ entry.note }</span>
					</>
				) }
			</>
		),
	},
	{
		id: 'at',
		label: __( 'Given on', 'amicable' ),
		render: ( entry ) => formatDate( entry.created_at ),
	},
	{
		id: 'who',
		label: _x( 'By', 'who gave it', 'amicable' ),
		render: ( entry ) => entry.created_by,
	},
	{ id: 'used', label: _x( 'Used', 'when a coupon was used', 'amicable' ), render: used },
	...( can( 'amicable_money' ) ? moneyColumns() : [] ),
];

export function GoodwillList( { customer: { id } }: { customer: CustomerDetail } ) {
	const [ isOpen, setOpen ] = useState( false );
	const { invalidateResolution } = useDispatch( goodwillStore );
	return (
		<>
			<TabList
				customer={ id }
				useList={ useGoodwill }
				onRetry={ ( of ) => invalidateResolution( 'getList', of ) }
				failed={ __( 'The goodwill could not be loaded.', 'amicable' ) }
				empty={ __( 'Nothing was given to make up for anything.', 'amicable' ) }
			>
				{ ( entries ) => (
					<DataTable
						caption={ __( 'Goodwill', 'amicable' ) }
						isCaptionHidden
						columns={ columns() }
						rows={ entries }
						keyOf={ ( entry ) => entry.id }
					/>
				) }
			</TabList>
			{ can( 'amicable_log' ) && (
				<div className="amicable-actions">
					<Button
						__next40pxDefaultSize
						variant="secondary"
						onClick={ () => setOpen( true ) }
					>
						{ __( 'Log goodwill…', 'amicable' ) }
					</Button>
				</div>
			) }
			{ isOpen && <GoodwillDialog customer={ id } onClose={ () => setOpen( false ) } /> }
		</>
	);
}
