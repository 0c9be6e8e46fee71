import settings from '../../../../tests/fixtures/rest/license_server.settings.json';
import { licenseServerSchema } from '../../../data/license_server/schema';
import { serverDraftOf, serverUpdateOf } from './draft';

const draft = () => serverDraftOf( licenseServerSchema.parse( settings ) );

test( 'what nobody touched is sent as it was, and secrets are kept without being known', () => {
	expect( serverUpdateOf( draft() ) ).toEqual( {
		...settings,
		headers: [ { name: 'Authorization', value: null } ],
	} );
} );

test( 'a typed secret replaces the kept one, and a new header needs one', () => {
	const headers = [
		{ name: 'Authorization', value: 'Bearer new ', kept: true },
		{ name: 'X-Shop', value: '', kept: false },
	];
	expect( serverUpdateOf( { ...draft(), headers } ).headers ).toEqual( [
		{ name: 'Authorization', value: 'Bearer new' },
		{ name: 'X-Shop', value: '' },
	] );
} );

test( 'a pasted address becomes a host, and words become a list', () => {
	const update = serverUpdateOf( {
		...draft(),
		host: ' https://Licenses.Shop.com/ ',
		ended: 'disabled,, revoked ',
	} );
	expect( [ update.host, update.ended ] ).toEqual( [
		'licenses.shop.com',
		[ 'disabled', 'revoked' ],
	] );
} );
