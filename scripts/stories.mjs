/** `npm run stories`: Will, Xavier, Belle and the nine stories in Chromium, in English and in Korean; clicks, seconds and pictures. */

import { needBuild } from './lib/build.mjs';
import { needComposerPackages, needNode, needNodePackages } from './lib/dependencies.mjs';
import { needPrograms } from './lib/machine.mjs';
import { fail, Refusal } from './lib/say.mjs';

async function main() {
	needNode();
	await needNodePackages();
	await needPrograms( [ 'php', 'composer', 'mysqli', 'mariadb', 'chromium' ] );
	await needComposerPackages();
	await needBuild();
	const { createContext } = await import( './test/context.mjs' );
	const { stories } = await import( './test/e2e.mjs' );
	const context = createContext( {} );
	try {
		const result = await stories( context );
		result.notes.forEach( ( note ) => console.log( note ) );
		console.log(
			`${ result.passed } passed, ${ result.failed } failed; pictures in .tmp/stories`
		);
		if ( result.failed > 0 || result.passed === 0 ) {
			throw new Refusal( result.output, 'npm run stories' );
		}
	} finally {
		await context.close();
	}
}

main()
	.catch( fail )
	.finally( () => process.exit() );
