import settings from '../../../../tests/fixtures/rest/freemius.settings.json';
import { freemiusSchema } from '../../../data/freemius/schema';
import { freemiusDraftOf, freemiusUpdateOf } from './draft';

const draft = () => freemiusDraftOf( freemiusSchema.parse( settings ) );

test( 'what nobody touched is sent as it was, and tokens are kept without being known', () => {
	expect( freemiusUpdateOf( draft() ) ).toEqual( {
		...settings,
		products: settings.products.map( ( product ) => ( { ...product, token: null } ) ),
	} );
} );

test( 'a typed token replaces the kept one, and a new product needs one', () => {
	const products = [
		{ id: '1234', name: ' Forms ', token: ' abcdefgh ', kept: true },
		{ id: '77', name: 'Other', token: '', kept: false },
	];
	expect( freemiusUpdateOf( { ...draft(), products } ).products ).toEqual( [
		{ id: 1234, name: 'Forms', token: 'abcdefgh' },
		{ id: 77, name: 'Other', token: '' },
	] );
} );
