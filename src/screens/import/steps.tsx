import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { LinkButton } from '../../components/link-button';
import { Panel } from '../../components/panel';
import { Progress } from '../../components/progress';
import type { Import } from '../../data/imports/schema';
import { importsStore } from '../../data/imports/store';
import { formatNumber } from '../../format/numbers';
import { navigate } from '../../router/history';
import { Refused } from './refused';
import { Figures, Samples } from './result';
import { useDrive } from './use-drive';

type Props = { one: Import };

const phaseNames = (): Record< NonNullable< Import[ 'progress' ] >[ 'phase' ], string > => ( {
	read: __( 'Reading the file', 'amicable' ),
	judge: __( 'Comparing with what is there', 'amicable' ),
	write: __( 'Importing tickets', 'amicable' ),
} );

/** While it is checked or imported. The page may be closed: a job goes on with it. */
export function Working( { one }: Props ) {
	const error = useDrive( one );
	const { phase, done, total } = one.progress ?? { phase: 'read', done: 0, total: 0 };
	return (
		<Panel
			id="amicable-import-working"
			title={
				one.state === 'importing'
					? __( 'Importing', 'amicable' )
					: __( 'Checking the file', 'amicable' )
			}
			isBusy
		>
			<Progress label={ phaseNames()[ phase ] } done={ done } total={ total } />
			<p>{ __( 'You may close this page; it goes on without you.', 'amicable' ) }</p>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The site did not answer. It is asked again.', 'amicable' ) }
					error={ error }
				/>
			) }
		</Panel>
	);
}

/** A file that is not needed any more; tickets that came of it stay. */
export function Remove( { one }: Props ) {
	const { remove } = useDispatch( importsStore );
	const [ error, setError ] = useState< unknown >();
	const go = () => {
		setError( undefined );
		remove( one.id ).then( () => navigate( 'import' ), setError );
	};
	return (
		<>
			<Button __next40pxDefaultSize variant="tertiary" isDestructive onClick={ go }>
				{ __( 'Remove this file', 'amicable' ) }
			</Button>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The file was not removed.', 'amicable' ) }
					error={ error }
					onRetry={ go }
				/>
			) }
		</>
	);
}

const importLabel = ( tickets: number ) =>
	sprintf(
		/* translators: %s: number of tickets. */
		_n( 'Import %s ticket', 'Import %s tickets', tickets, 'amicable' ),
		formatNumber( tickets )
	);

/** What would happen, and the button that lets it happen. */
export function Checked( { one, onBack }: Props & { onBack: () => void } ) {
	const { run } = useDispatch( importsStore );
	const [ isBusy, setBusy ] = useState( false );
	const [ error, setError ] = useState< unknown >();
	const { counts } = one;
	const tickets = ( counts?.created ?? 0 ) + ( counts?.updated ?? 0 );

	const begin = async () => {
		setBusy( true );
		setError( undefined );
		await run( one.id, 'import' ).catch( setError );
		setBusy( false );
	};

	return (
		<>
			<Panel
				id="amicable-import-checked"
				title={ __( 'What importing it would do', 'amicable' ) }
			>
				{ counts && <Figures counts={ counts } isDone={ false } /> }
				{ one.samples.length > 0 && <Samples samples={ one.samples } /> }
				{ Boolean( error ) && (
					<ErrorNotice
						message={ __( 'The import did not begin.', 'amicable' ) }
						error={ error }
					/>
				) }
				<div className="amicable-import__buttons">
					{ tickets > 0 && (
						<Button
							__next40pxDefaultSize
							variant="primary"
							isBusy={ isBusy }
							disabled={ isBusy }
							accessibleWhenDisabled
							onClick={ begin }
						>
							{ importLabel( tickets ) }
						</Button>
					) }
					<Button __next40pxDefaultSize variant="secondary" onClick={ onBack }>
						{ __( 'Change what the columns mean', 'amicable' ) }
					</Button>
					<Remove one={ one } />
				</div>
				{ tickets === 0 && (
					<p>{ __( 'There is nothing new in this file.', 'amicable' ) }</p>
				) }
			</Panel>
			<Refused one={ one } />
		</>
	);
}

/** What came of it. */
export const Done = ( { one }: Props ) => (
	<>
		<Panel id="amicable-import-done" title={ __( 'Imported', 'amicable' ) }>
			{ one.counts && <Figures counts={ one.counts } isDone /> }
			<div className="amicable-import__buttons">
				<LinkButton variant="primary" to="overview">
					{ __( 'To the overview', 'amicable' ) }
				</LinkButton>
				<LinkButton variant="secondary" to="import">
					{ __( 'Import another file', 'amicable' ) }
				</LinkButton>
			</div>
		</Panel>
		<Refused one={ one } />
	</>
);
