/** `npm run evidence`: runs the real-store suite and writes its result down. */

import { needComposerPackages, needNode, needNodePackages } from './lib/dependencies.mjs';
import { FILE } from './lib/evidence.mjs';
import { needPrograms } from './lib/machine.mjs';
import { fail, Refusal } from './lib/say.mjs';
import { createContext } from './test/context.mjs';
import { missingPlugins, renewEvidence } from './test/real-stores.mjs';

async function main() {
	needNode();
	await needNodePackages();
	await needPrograms( [ 'php', 'composer', 'mysqli', 'mariadb', 'mbstring', 'xml' ] );
	await needComposerPackages();
	const context = createContext( { evidence: true } );
	try {
		const missing = missingPlugins( context.stores() );
		if ( missing.length > 0 ) {
			throw new Refusal(
				`Not on this machine: ${ missing.join( ', ' ) }.`,
				'Put them into the cache folder under plugins/, or set AMICABLE_PLUGINS_DIR.'
			);
		}
		const { evidence, result } = await renewEvidence( context );
		result.notes.forEach( ( note ) => console.log( note ) );
		console.log(
			`${ FILE }: ${ evidence.passed } passed, ${ evidence.failed } failed, ${ evidence.skipped } skipped`
		);
		if ( evidence.failed > 0 || evidence.passed === 0 ) {
			throw new Refusal( `The suite is not content.\n${ result.output }` );
		}
	} finally {
		await context.close();
	}
}

main()
	.catch( fail )
	.finally( () => process.exit() );
