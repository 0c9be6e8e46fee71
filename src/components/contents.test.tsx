import { render, screen, waitFor } from '@testing-library/react';
import { Panel } from './panel';
import { WithContents } from './contents';

const page = ( ...titles: string[] ) => (
	<WithContents>
		{ titles.map( ( title ) => (
			<Panel key={ title } id={ `part-${ title }` } title={ title }>
				{ title }
			</Panel>
		) ) }
	</WithContents>
);

const links = () => screen.getAllByRole( 'link' ).map( ( link ) => link.getAttribute( 'href' ) );

test( 'links to every part, also to one that comes later', async () => {
	const { rerender } = render( page( 'Costs', 'Cases' ) );
	expect( links() ).toEqual( [ '#part-Costs', '#part-Cases' ] );
	rerender( page( 'Costs', 'Desks', 'Cases' ) );
	await waitFor( () =>
		expect( links() ).toEqual( [ '#part-Costs', '#part-Desks', '#part-Cases' ] )
	);
} );
