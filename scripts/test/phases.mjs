/** The phases of `npm test`, in the order of their lines; `after` waits for another phase, `withoutNode` not even for Node's packages. */

import { join } from 'node:path';
import { hasBrowserCode, needBuild } from '../lib/build.mjs';
import { inRoot } from '../lib/paths.mjs';
import { failed, jestResult, passed, skipped, sum } from '../lib/results.mjs';
import { bin, capture } from '../lib/run.mjs';
import { Refusal } from '../lib/say.mjs';
import { demo } from './demo.mjs';
import { e2e } from './e2e.mjs';
import { contract, hasTests, integration, storage, unit } from './php.mjs';
import { real } from './real-stores.mjs';
import { scripts } from './scripts.mjs';
import { sqlite } from './sqlite.mjs';

/** A program that is content or not: counts as one test. */
const check = ( command, args ) => async () => {
	const { code, output } = await capture( command, args );
	return code === 0 ? passed() : failed( output );
};

const node = ( script, ...args ) =>
	check( process.execPath, [ inRoot( 'scripts', script ), ...args ] );

async function types( context ) {
	return hasBrowserCode() || hasTests( 'src', '.ts' )
		? check( bin( 'tsc' ), [ '--noEmit' ] )( context )
		: skipped( 'src holds no TypeScript yet' );
}

async function jest( { folder, options } ) {
	if ( ! hasTests( 'src', '.test.ts' ) && ! hasTests( 'src', '.test.tsx' ) ) {
		return skipped( 'src holds no *.test.ts(x) yet' );
	}
	const report = join( folder, 'jest.json' );
	const filter = options.filter ? [ '-t', options.filter, '--passWithNoTests' ] : [];
	return jestResult(
		report,
		await capture( bin( 'wp-scripts' ), [
			'test-unit-js',
			'--ci',
			'--maxWorkers=2',
			'--json',
			`--outputFile=${ report }`,
			...filter,
		] )
	);
}

async function build( context ) {
	try {
		return ( await needBuild() )
			? sum( [ passed(), await node( 'size.mjs' )( context ) ] )
			: skipped( 'there is no src/index.tsx yet' );
	} catch ( error ) {
		if ( error instanceof Refusal ) {
			return failed( error.message );
		}
		throw error;
	}
}

export const phases = [
	{
		name: 'generated',
		title: 'Generated files are current',
		run: node( 'generate.mjs', '--check' ),
	},
	// The longest come first, so that short ones fill what time is left at the end.
	{ name: 'build', title: 'Build, no React inside, sizes', run: build },
	{ name: 'demo', title: 'The demo itself', after: [ 'build' ], run: demo },
	{
		name: 'e2e',
		title: 'End to end in Chromium, with axe',
		programs: [ 'php', 'mysqli', 'mariadb', 'chromium' ],
		after: [ 'build' ],
		run: e2e,
	},
	{
		name: 'real',
		title: 'Real stores, site by site',
		withoutNode: true,
		programs: [ 'php', 'composer', 'mysqli', 'mariadb' ],
		run: real,
	},
	{
		name: 'integration',
		title: 'PHP in WordPress on MariaDB',
		withoutNode: true,
		programs: [ 'php', 'composer', 'xml', 'mbstring', 'mysqli', 'mariadb' ],
		run: integration,
	},
	{
		name: 'stan',
		title: 'Static analysis: level 8, and max without WordPress',
		withoutNode: true,
		programs: [ 'php', 'composer' ],
		run: node( 'stan.mjs' ),
	},
	{ name: 'jest', title: 'TypeScript units', run: jest },
	{
		name: 'lint',
		title: 'Lint: ESLint, stylelint, PHPCS',
		programs: [ 'php', 'composer', 'xml', 'mbstring' ],
		run: node( 'lint.mjs' ),
	},
	{
		name: 'unit',
		title: 'PHP units, no WordPress',
		withoutNode: true,
		programs: [ 'php', 'composer', 'xml', 'mbstring' ],
		run: unit,
	},
	{
		name: 'contract',
		title: 'Contract suites',
		withoutNode: true,
		programs: [ 'php', 'composer', 'mysqli', 'mariadb' ],
		run: contract,
	},
	{
		name: 'storage',
		title: 'Storage on MariaDB',
		withoutNode: true,
		programs: [ 'php', 'composer', 'mysqli', 'mariadb' ],
		run: storage,
	},
	{
		name: 'sqlite',
		title: 'Storage on SQLite',
		programs: [ 'php', 'composer', 'sqlite' ],
		run: sqlite,
	},
	{ name: 'types', title: 'TypeScript', run: types },
	{
		name: 'sql',
		title: 'One SQL dialect, with its self-test',
		withoutNode: true,
		programs: [ 'php' ],
		run: check( 'php', [ inRoot( 'scripts/test/sql-dialect.php' ) ] ),
	},
	{
		name: 'i18n',
		title: 'Translations are complete (ko_KR, tr_TR)',
		programs: [ 'php' ],
		run: node( 'i18n.mjs', '--check' ),
	},
	{ name: 'scripts', title: 'The tools themselves', run: scripts },
];
