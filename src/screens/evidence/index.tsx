import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { __, sprintf } from '@wordpress/i18n';
import { UnknownScreen } from '../../app/unknown-screen';
import { ErrorNotice } from '../../components/error-notice';
import { LinkButton } from '../../components/link-button';
import { ScreenTitle } from '../../components/screen-title';
import { Skeleton } from '../../components/skeleton';
import { usePack } from '../../data/evidence/hooks';
import type { Pack } from '../../data/evidence/schema';
import { evidenceStore } from '../../data/evidence/store';
import { formatDateTime } from '../../format/dates';
import { formatList } from '../../format/list';
import { stageNames } from '../../format/words';
import type { ScreenProps } from '../../screens';
import { Part } from './part';
import { saveFile } from './save-file';

const heading = ( { case_id: id, customer_name: name, email }: Pack ) =>
	/* translators: 1: number of a case, 2: name of a customer. */
	sprintf( __( 'Evidence about case %1$d: %2$s', 'amicable' ), id, name || email );

const made = ( { made_at: at, made_by: by, shop }: Pack ) =>
	sprintf(
		/* translators: 1: name of a shop, 2: date and time, 3: name of a person. */
		__( 'Drawn by %3$s for %1$s on %2$s.', 'amicable' ),
		shop,
		formatDateTime( at ),
		by ?? __( 'Amicable', 'amicable' )
	);

const Body = ( { pack }: { pack: Pack } ) => (
	<>
		<p>{ made( pack ) }</p>
		<p>{ formatList( [ pack.email, stageNames()[ pack.stage ] ].filter( Boolean ) ) }</p>
		<p className="amicable-muted">
			{ __(
				'Notes among colleagues are not in here. Each part carries a hash over its lines, and the row of the log it was drawn at.',
				'amicable'
			) }
		</p>
		{ pack.parts.map( ( part ) => (
			<Part key={ part.name } part={ part } />
		) ) }
	</>
);

const Buttons = ( { pack }: { pack: Pack } ) => (
	<>
		<Button __next40pxDefaultSize variant="secondary" onClick={ () => window.print() }>
			{ __( 'Print', 'amicable' ) }
		</Button>
		<Button __next40pxDefaultSize variant="secondary" onClick={ () => saveFile( pack ) }>
			{ __( 'Save as a file', 'amicable' ) }
		</Button>
		<LinkButton variant="tertiary" to="case" of={ pack.case_id }>
			{ __( 'To the case', 'amicable' ) }
		</LinkButton>
	</>
);

/** Everything there is about one case, ready to be printed or handed on. */
export const EvidenceScreen = ( { id }: ScreenProps ) =>
	id ? <Evidence id={ id } /> : <UnknownScreen />;

function Evidence( { id }: { id: number } ) {
	const { pack, error, isLoading } = usePack( id );
	const { invalidateResolution } = useDispatch( evidenceStore );
	return (
		<section
			className="amicable-screen amicable-evidence"
			aria-labelledby="amicable-evidence"
			aria-busy={ isLoading }
		>
			<ScreenTitle
				id="amicable-evidence"
				title={ pack ? heading( pack ) : __( 'Evidence', 'amicable' ) }
			>
				{ pack && <Buttons pack={ pack } /> }
			</ScreenTitle>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The evidence could not be loaded.', 'amicable' ) }
					error={ error }
					onRetry={ () => invalidateResolution( 'getPack', [ id ] ) }
				/>
			) }
			{ isLoading && ! pack && <Skeleton lines={ 10 } /> }
			{ pack && <Body pack={ pack } /> }
		</section>
	);
}
