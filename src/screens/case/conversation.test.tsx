import { render, screen, waitFor } from '@testing-library/react';
import { RegistryProvider } from '@wordpress/data';
import item from '../../../tests/fixtures/rest/cases.case.json';
import entry from '../../../tests/fixtures/rest/customers.timeline.json';
import detail from '../../../tests/fixtures/rest/customers.detail.json';
import said from '../../../tests/fixtures/rest/letters.conversation.json';
import boot from '../../../tests/fixtures/rest/me.boot.json';
import { caseSchema } from '../../data/cases/schema';
import { detailSchema } from '../../data/customers/schema';
import { answer, answerPage, freshRegistry, server } from '../../data/test-server';
import { Timeline } from '../customer/timeline';
import { Conversation } from './conversation';

jest.mock( '@wordpress/api-fetch' );

// What `InertWordsTest` brings in with a file and reads again over REST, letter by letter.
const WORDS = 'It <b>broke</b> <script>steal()</script><img src=x onerror=steal()> today';
const SUBJECT = 'Help <script>steal()</script>';

it( 'prints what a file brought along as letters, in the case and on the timeline', async () => {
	window.amicableBoot = boot;
	const post = { ...said.posts[ 1 ], text: WORDS };
	server().mockImplementation( async ( { path = '' } ) =>
		path.includes( '/timeline' )
			? answerPage( [ { ...entry, title: SUBJECT, text: WORDS, url: null } ] )
			: answer( path.includes( '/conversation' ) ? { posts: [ post ] } : [] )
	);
	const { container } = render(
		<RegistryProvider value={ freshRegistry() }>
			<Conversation item={ caseSchema.parse( item ) } />
			<Timeline customer={ detailSchema.parse( detail ) } />
		</RegistryProvider>
	);
	await waitFor( () => expect( screen.getAllByText( WORDS ) ).toHaveLength( 2 ) );
	expect( screen.getByText( SUBJECT, { exact: false } ) ).toBeInTheDocument();
	expect( container.querySelector( 'script, img, b' ) ).toBeNull();
} );
