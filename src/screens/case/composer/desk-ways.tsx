import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../../components/error-notice';
import { useAct } from '../../../components/use-act';
import type { DeskWay, DeskWays as Ways } from '../../../data/letters/schema';
import { lettersStore } from '../../../data/letters/store';

type Props = {
	caseId: number;
	shut: string[];
	isBusy: boolean;
	onSend: ( desk: string, ticket: string ) => void;
};

const whereTo = ( { name, ticket, why }: DeskWay ) =>
	ticket
		? sprintf(
				/* translators: 1: name of a help desk, 2: number of a ticket, 3: its subject, 4: email address. */
				__(
					'%1$s: as an answer to ticket %2$s, “%3$s”. The desk tells %4$s as it always does.',
					'amicable'
				),
				name,
				ticket.number,
				ticket.subject,
				ticket.to
			)
		: ( why ??
			sprintf(
				/* translators: %s: name of a help desk. */
				__( '%s has no open ticket of this customer.', 'amicable' ),
				name
			) );

/** Help desks are asked when somebody wants to send through one; outside ones take their time. */
export function DeskWays( { caseId, shut, isBusy, onSend }: Props ) {
	const { askDesks } = useDispatch( lettersStore );
	const { act, isBusy: isAsking, error } = useAct();
	const [ ways, setWays ] = useState< Ways[ 'ways' ] >();
	const ask = () =>
		act( async () => {
			const answer: Ways = await askDesks( caseId );
			setWays( answer.ways );
		} );
	return (
		<div className="amicable-send__desks">
			<Button
				__next40pxDefaultSize
				variant="tertiary"
				isBusy={ isAsking }
				disabled={ isAsking }
				accessibleWhenDisabled
				onClick={ ask }
			>
				{ ways
					? __( 'Look again at the help desk', 'amicable' )
					: __( 'Send through the help desk…', 'amicable' ) }
			</Button>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The help desk could not be asked.', 'amicable' ) }
					error={ error }
				/>
			) }
			<div aria-live="polite">
				{ ways?.map( ( way ) => (
					<div key={ way.desk }>
						<p>{ whereTo( way ) }</p>
						{ way.ticket && (
							<Button
								__next40pxDefaultSize
								variant="secondary"
								isBusy={ isBusy }
								disabled={ isBusy || shut.length > 0 }
								accessibleWhenDisabled
								aria-describedby="amicable-send-shut"
								onClick={ () => onSend( way.desk, way.ticket?.id ?? '' ) }
							>
								{ sprintf(
									/* translators: %s: name of a help desk. */
									__( 'Send through %s', 'amicable' ),
									way.name
								) }
							</Button>
						) }
					</div>
				) ) }
			</div>
		</div>
	);
}
