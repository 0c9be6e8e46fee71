import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../../components/error-notice';
import { Shape } from '../../../components/shape';
import { Skeleton } from '../../../components/skeleton';
import { formatNumber } from '../../../format/numbers';
import type { Linted, Remark } from './use-lint';

type Props = { linted: Linted; onShow: ( remark: Remark ) => void };

const said = ( { remarks }: Linted ) =>
	remarks.length === 0
		? __( 'Nothing to look at. The words read calm.', 'amicable' )
		: sprintf(
				/* translators: %s: number of places in a text. */
				_n( '%s place to look at', '%s places to look at', remarks.length, 'amicable' ),
				formatNumber( remarks.length )
			);

const One = ( { remark, onShow }: { remark: Remark; onShow: Props[ 'onShow' ] } ) => (
	<li className={ remark.blocks ? 'amicable-look__one is-blocking' : 'amicable-look__one' }>
		<Shape look={ remark.blocks ? 'flag' : 'watch' } />
		<span>
			{ remark.text }
			{ remark.blocks && (
				<strong> { __( 'This has to change before it goes out.', 'amicable' ) }</strong>
			) }
		</span>
		{ remark.words && (
			<Button variant="link" onClick={ () => onShow( remark ) }>
				<span className="screen-reader-text">
					{ __( 'Show in the text:', 'amicable' ) }
				</span>
				<q className="amicable-words__quote" dir="auto">
					{ remark.words }
				</q>
			</Button>
		) }
	</li>
);

/** How much of what such a message has to say is in it. */
function Meter( { parts }: { parts: NonNullable< Linted[ 'parts' ] > } ) {
	if ( parts.total === 0 ) {
		return null;
	}
	const label = sprintf(
		/* translators: 1: parts of a message that are there, 2: parts it needs. */
		__( '%1$s of %2$s parts are there', 'amicable' ),
		formatNumber( parts.done ),
		formatNumber( parts.total )
	);
	return (
		<div className="amicable-look__meter">
			<label htmlFor="amicable-look-meter">{ label }</label>
			<progress id="amicable-look-meter" max={ parts.total } value={ parts.done } />
			{ parts.missing.length > 0 && (
				<details>
					<summary>{ __( 'What is not said yet', 'amicable' ) }</summary>
					<ul>
						{ parts.missing.map( ( { part, text } ) => (
							<li key={ part }>{ text }</li>
						) ) }
					</ul>
				</details>
			) }
		</div>
	);
}

/** Remarks and what is missing, one list. Each place leads to its words. */
export const Look = ( { linted, onShow }: Props ) => (
	<section
		className="amicable-look"
		aria-labelledby="amicable-composer-look"
		aria-busy={ ! linted.isFresh }
	>
		<h3 id="amicable-composer-look" className="amicable-look__title" aria-live="polite">
			{ linted.parts ? said( linted ) : __( 'Reading it…', 'amicable' ) }
		</h3>
		{ Boolean( linted.error ) && (
			<ErrorNotice
				message={ __( 'The words could not be looked at.', 'amicable' ) }
				error={ linted.error }
				onRetry={ linted.look }
			/>
		) }
		{ ! linted.parts && ! linted.error && <Skeleton lines={ 2 } /> }
		{ linted.remarks.length > 0 && (
			<ul className="amicable-look__list">
				{ linted.remarks.map( ( remark, at ) => (
					<One key={ `${ remark.code }:${ at }` } remark={ remark } onShow={ onShow } />
				) ) }
			</ul>
		) }
		{ linted.parts && <Meter parts={ linted.parts } /> }
	</section>
);
