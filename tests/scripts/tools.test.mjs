import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { demoOptions } from '../../scripts/lib/demo-options.mjs';
import { parsePo, writePo } from '../../scripts/lib/i18n/po.mjs';
import { packPlugin } from '../../scripts/lib/shipped.mjs';
import { nodeTestResult, phpunitResult } from '../../scripts/lib/results.mjs';
import { unzip, zip } from '../../scripts/lib/zip-file.mjs';

function inFolder( work ) {
	const folder = mkdtempSync( join( tmpdir(), 'amicable-tools-' ) );
	try {
		return work( folder );
	} finally {
		rmSync( folder, { recursive: true } );
	}
}

test( 'what is zipped comes out the same, and the archive is the same bytes each time', () =>
	inFolder( ( folder ) => {
		const path = join( folder, 'a.txt' );
		writeFileSync( path, 'Grüße 안녕 '.repeat( 500 ) );
		const files = [ { name: 'plugin/한글/a.txt', path } ];
		zip( join( folder, 'one.zip' ), files );
		zip( join( folder, 'two.zip' ), files );
		unzip( join( folder, 'one.zip' ), join( folder, 'out' ) );
		assert.deepEqual(
			readFileSync( join( folder, 'one.zip' ) ),
			readFileSync( join( folder, 'two.zip' ) )
		);
		assert.equal(
			readFileSync( join( folder, 'out/plugin/한글/a.txt' ), 'utf8' ),
			readFileSync( path, 'utf8' )
		);
	} ) );

test( 'the released archive holds the plugin and nothing that only its makers need', () =>
	inFolder( ( folder ) => {
		packPlugin( join( folder, 'amicable.zip' ) );
		unzip( join( folder, 'amicable.zip' ), folder );
		const names = readdirSync( join( folder, 'amicable' ), { recursive: true } );
		for ( const name of [ 'plugin.php', 'uninstall.php', 'LICENSE', 'includes/Plugin.php' ] ) {
			assert.ok( names.includes( name ), name );
		}
		assert.deepEqual(
			names.filter( ( name ) =>
				/^(node_modules|vendor|tests|src|scripts|bench|docs)(\/|$)|(^|\/)\.|\.(tsx?|scss|map|po|pot|md|mjs|neon|dist)$/.test(
					name
				)
			),
			[]
		);
	} ) );

test( 'a zip may not write outside its folder', () =>
	inFolder( ( folder ) => {
		const path = join( folder, 'a.txt' );
		writeFileSync( path, 'x' );
		zip( join( folder, 'bad.zip' ), [ { name: '../evil.txt', path } ] );
		assert.throws(
			() => unzip( join( folder, 'bad.zip' ), join( folder, 'out' ) ),
			/unsafe name/
		);
	} ) );

test( 'a translation survives being read and written, plural forms and quotes included', () => {
	const entries = [
		{
			context: '',
			text: 'Say "hello"\n',
			plural: '',
			translations: [ '“안녕”' ],
			files: [ 'a.php' ],
		},
		{
			context: 'order',
			text: '%d refund',
			plural: '%d refunds',
			translations: [ '%d iade', '%d iade' ],
			files: [ 'b.ts' ],
		},
	];
	const read = parsePo( writePo( { Language: 'tr_TR' }, entries ) );
	assert.deepEqual( read.get( 'Say "hello"\n' ).translations, [ '“안녕”' ] );
	assert.deepEqual( read.get( 'order\u0004%d refund' ).translations, [ '%d iade', '%d iade' ] );
} );

test( 'a run of PHPUnit without a report has failed', () =>
	assert.equal(
		phpunitResult( '/nowhere/report.xml', { code: 0, output: 'silence' } ).failed,
		1
	) );

test( 'a bad exit code counts, even when no single test is to blame', () =>
	inFolder( ( folder ) => {
		const report = join( folder, 'report.xml' );
		writeFileSync(
			report,
			'<testsuites><testsuite name="x" tests="2" failures="0" errors="0" skipped="1"></testsuite></testsuites>'
		);
		const { passed, failed, skipped } = phpunitResult( report, { code: 1, output: '' } );
		assert.deepEqual( [ passed, failed, skipped ], [ 1, 1, 1 ] );
		assert.equal( nodeTestResult( { code: 1, output: '# pass 3\n# fail 0' } ).failed, 1 );
	} ) );

test( 'the demo refuses what it does not know, and says what to do', () => {
	assert.equal( demoOptions( [ '--port=9500' ] ).port, 9500 );
	assert.throws( () => demoOptions( [ '--port=many' ] ), /no port/ );
	assert.throws( () => demoOptions( [ '--store=shopify' ] ), /not known/ );
	assert.throws( () => demoOptions( [ '--prot=1' ] ), { todo: /--help/ } );
} );
