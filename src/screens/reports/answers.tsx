import { __, _n, sprintf } from '@wordpress/i18n';
import { DataTable, type Column } from '../../components/data-table';
import { Panel } from '../../components/panel';
import type { AnswerMonth, Report } from '../../data/reports/schema';
import { formatMonth } from '../../format/dates';
import { formatNumber } from '../../format/numbers';
import { upToTheFirst } from './months';

const number = ( id: Exclude< keyof AnswerMonth, 'month' >, label: string ) => ( {
	id,
	label,
	isNumber: true,
	render: ( month: AnswerMonth ) => formatNumber( month[ id ] ),
} );

const columns = ( hours: number ): Column< AnswerMonth >[] => [
	{
		id: 'month',
		label: __( 'Month', 'amicable' ),
		render: ( { month } ) => formatMonth( month ),
	},
	number( 'asked', __( 'Tickets', 'amicable' ) ),
	number(
		'in_time',
		sprintf(
			/* translators: %s: number of hours. */
			_n( 'Answered within %s hour', 'Answered within %s hours', hours, 'amicable' ),
			formatNumber( hours )
		)
	),
	number( 'late', __( 'Answered later', 'amicable' ) ),
	number( 'unanswered', __( 'Not answered', 'amicable' ) ),
];

/** Whether complaints get an answer: ours to look at, before anybody's anger is. */
export function Answers( { report: { answers, reply_target_hours: hours } }: { report: Report } ) {
	const months = upToTheFirst( answers, ( { asked } ) => asked > 0 );
	return (
		<Panel
			id="amicable-reports-answers"
			title={ __( 'First answers of the last twelve months', 'amicable' ) }
		>
			{ months.length === 0 ? (
				<p>
					{ __(
						'No tickets are known of the last twelve months. They appear here once a help desk is connected, a file is imported or a contact is logged.',
						'amicable'
					) }
				</p>
			) : (
				<>
					<DataTable
						caption={ __( 'First answers by month', 'amicable' ) }
						isCaptionHidden
						columns={ columns( hours ) }
						rows={ months }
						keyOf={ ( { month } ) => month }
					/>
					<p className="amicable-muted">
						{ __(
							'By the month in which the ticket began. A ticket whose time is not up yet stands in the first column alone, and so does one that somebody ticked as answered elsewhere.',
							'amicable'
						) }
					</p>
				</>
			) }
		</Panel>
	);
}
