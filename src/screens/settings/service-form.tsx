import { SelectControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import { ErrorNotice } from '../../components/error-notice';
import { NumberField } from '../../components/fields';
import { Submit } from '../../components/submit';
import { useAct } from '../../components/use-act';
import { storeId, type StoreId } from '../../data/common';
import { errorOf, errorsOf } from '../../data/field-errors';
import type { ServiceCreate, ServiceList } from '../../data/services/schema';
import { servicesStore } from '../../data/services/store';
import { wholeTyped } from '../../format/typed';

type Draft = { store: StoreId; what: ServiceCreate[ 'what' ]; id: string; days: string };

const kinds = () => [
	{ value: 'product', label: __( 'One product', 'amicable' ) },
	{ value: 'category', label: __( 'A whole category', 'amicable' ) },
];

export function ServiceForm( { stores }: { stores: ServiceList[ 'stores' ] } ) {
	const [ first ] = stores;
	const [ draft, setDraft ] = useState< Draft >( {
		store: first?.id ?? 'woocommerce',
		what: 'product',
		id: '',
		days: '30',
	} );
	const { add } = useDispatch( servicesStore );
	const { act, isBusy, error } = useAct();
	const errors = error ? errorsOf( error ) : {};
	const service = {
		store: draft.store,
		what: draft.what,
		object_id: wholeTyped( draft.id ),
		days: wholeTyped( draft.days ),
	};
	const mayGo = service.object_id > 0 && service.days > 0;
	const submit = async ( event: FormEvent ) => {
		event.preventDefault();
		if ( mayGo && ( await act( () => add( service ) ) ) ) {
			setDraft( { ...draft, id: '' } );
		}
	};
	return (
		<form className="amicable-settings__grid" onSubmit={ submit }>
			<SelectControl
				label={ __( 'Store', 'amicable' ) }
				value={ draft.store }
				options={ stores.map( ( { id, name } ) => ( { value: id, label: name } ) ) }
				onChange={ ( store: string ) =>
					setDraft( { ...draft, store: storeId.parse( store ) } )
				}
				__next40pxDefaultSize
				__nextHasNoMarginBottom
			/>
			<SelectControl
				label={ __( 'Kind', 'amicable' ) }
				value={ draft.what }
				options={ kinds() }
				onChange={ ( what: string ) =>
					setDraft( { ...draft, what: what === 'category' ? 'category' : 'product' } )
				}
				__next40pxDefaultSize
				__nextHasNoMarginBottom
			/>
			<NumberField
				label={ __( 'Its number in the store', 'amicable' ) }
				help={ __( 'It stands in the address of its edit screen.', 'amicable' ) }
				min={ 1 }
				value={ draft.id }
				error={ errorOf( errors, 'object_id' ) }
				onChange={ ( id ) => setDraft( { ...draft, id } ) }
			/>
			<NumberField
				label={ __( 'Days for fetching data', 'amicable' ) }
				min={ 1 }
				value={ draft.days }
				error={ errorOf( errors, 'days' ) }
				onChange={ ( days ) => setDraft( { ...draft, days } ) }
			/>
			<Submit variant="secondary" isBusy={ isBusy } mayGo={ mayGo }>
				{ __( 'Add this service', 'amicable' ) }
			</Submit>
			{ Boolean( error ) && (
				<ErrorNotice message={ __( 'That was not saved.', 'amicable' ) } error={ error } />
			) }
		</form>
	);
}
