/** What a phase gives back, and how the runners' own reports become one. */

import { existsSync, readFileSync } from 'node:fs';

export const passed = ( count = 1, notes = [] ) => ( {
	passed: count,
	failed: 0,
	skipped: 0,
	notes,
} );
export const failed = ( output, count = 1 ) => ( {
	passed: 0,
	failed: count,
	skipped: 0,
	notes: [],
	output,
} );

/** A phase or a test that did not run; the reason is always printed. */
export const skipped = ( reason, count = 1 ) => ( {
	passed: 0,
	failed: 0,
	skipped: count,
	notes: [ `skipped: ${ reason }` ],
} );

export const sum = ( results ) => ( {
	passed: results.reduce( ( all, result ) => all + result.passed, 0 ),
	failed: results.reduce( ( all, result ) => all + result.failed, 0 ),
	skipped: results.reduce( ( all, result ) => all + result.skipped, 0 ),
	notes: results.flatMap( ( result ) => result.notes ),
	output: results
		.map( ( result ) => result.output )
		.filter( Boolean )
		.join( '\n' ),
} );

const attribute = ( tag, name ) =>
	Number( tag.match( new RegExp( `\\b${ name }="(\\d+)"` ) )?.[ 1 ] ?? 0 );

/** Skips of PHPUnit with their reasons, out of its testdox-like text. */
function skipReasons( output ) {
	const block =
		output.match(
			/There (?:was|were) \d+ skipped tests?:\n([\s\S]*?)(?:\n--\n|\nOK|\nTests:)/
		)?.[ 1 ] ?? '';
	return [ ...block.matchAll( /^\d+\) (\S+)\n([^\n]*)/gm ) ].map(
		( [ , test, reason ] ) => `skipped: ${ test }: ${ reason || 'no reason given' }`
	);
}

/** @return {Object} PHPUnit's counts; a run without a report has failed, whatever its exit code was. */
export function phpunitResult( report, { code, signal, output } ) {
	const top = existsSync( report )
		? readFileSync( report, 'utf8' ).match( /<testsuite [^>]*>/ )?.[ 0 ]
		: undefined;
	if ( ! top ) {
		return failed(
			`${ output }\nPHPUnit left no report (code ${ code }, signal ${ signal }).`
		);
	}
	const bad = attribute( top, 'failures' ) + attribute( top, 'errors' );
	const skips = attribute( top, 'skipped' );
	const good = attribute( top, 'tests' ) - bad - skips;
	// Warnings, deprecations and risky tests fail the run without failing a test.
	const extra = code !== 0 && bad === 0 ? 1 : 0;
	return {
		passed: good,
		failed: bad + extra,
		skipped: skips,
		notes: skipReasons( output ),
		output: code === 0 ? '' : output,
	};
}

export function jestResult( report, { output } ) {
	if ( ! existsSync( report ) ) {
		return failed( output );
	}
	const {
		numPassedTests,
		numFailedTests,
		numPendingTests,
		numTodoTests,
		numRuntimeErrorTestSuites,
		testResults,
	} = JSON.parse( readFileSync( report, 'utf8' ) );
	const pending = testResults.flatMap( ( file ) =>
		file.assertionResults.filter( ( { status } ) => status === 'pending' || status === 'todo' )
	);
	const bad = numFailedTests + numRuntimeErrorTestSuites;
	return {
		passed: numPassedTests,
		failed: bad,
		skipped: numPendingTests + numTodoTests,
		notes: pending.map( ( { fullName } ) => `skipped: ${ fullName } (marked so in the test)` ),
		output: bad > 0 ? output : '',
	};
}

/** Node's own test runner, reporter `tap`. */
export function nodeTestResult( { code, output } ) {
	const count = ( word ) =>
		Number( output.match( new RegExp( `^# ${ word } (\\d+)`, 'm' ) )?.[ 1 ] ?? 0 );
	const bad = count( 'fail' ) + count( 'cancelled' );
	const skips = [ ...output.matchAll( /^\s*ok \d+ - (.*?) # SKIP ?(.*)$/gm ) ];
	const figures = [ ...output.matchAll( /^\s*# measured: (.*)$/gm ) ];
	return {
		passed: count( 'pass' ),
		failed: bad + ( code !== 0 && bad === 0 ? 1 : 0 ),
		skipped: count( 'skipped' ) + count( 'todo' ),
		notes: [
			...figures.map( ( [ , figure ] ) => figure ),
			...skips.map(
				( [ , name, reason ] ) => `skipped: ${ name }: ${ reason || 'no reason given' }`
			),
		],
		output: code === 0 ? '' : output,
	};
}
