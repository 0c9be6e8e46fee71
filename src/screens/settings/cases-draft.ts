import type { Money } from '../../data/common';
import type { Settings } from '../../data/settings/schema';
import { editable } from '../../format/money';
import { wholeTyped } from '../../format/typed';

export type ResolutionDraft = { problem: string; answer: string; most: string };

/** What stands in the fields about cases, as typed. */
export type CasesDraft = {
	coolDown: string;
	secondReader: boolean;
	contestLine: boolean;
	warning: string;
	quiet: string;
	keepText: string;
	keepEvidence: string;
	keepCases: string;
	resolutions: ResolutionDraft[];
};

export const casesDraftOf = ( cases: Settings[ 'cases' ] ): CasesDraft => ( {
	coolDown: String( cases.cool_down_hours ),
	secondReader: cases.second_reader,
	contestLine: cases.contest_line,
	warning: String( cases.warning_days ),
	quiet: String( cases.quiet_days ),
	keepText: String( cases.keep_text_days ),
	keepEvidence: String( cases.keep_evidence_months ),
	keepCases: String( cases.keep_case_months ),
	resolutions: cases.resolutions.map( ( { problem, answer, most } ) => ( {
		problem,
		answer,
		most: most ? editable( most ) : '',
	} ) ),
} );

const isEmpty = ( { problem, answer, most }: ResolutionDraft ) =>
	! problem.trim() && ! answer.trim() && ! most.trim();

/** Rows in which nothing stands are none. `read` reads an amount under the name by which the server would complain. */
export const casesOf = ( draft: CasesDraft, read: ( name: string, typed: string ) => Money ) => ( {
	cool_down_hours: wholeTyped( draft.coolDown ),
	second_reader: draft.secondReader,
	contest_line: draft.contestLine,
	warning_days: wholeTyped( draft.warning ),
	quiet_days: wholeTyped( draft.quiet ),
	keep_text_days: wholeTyped( draft.keepText ),
	keep_evidence_months: wholeTyped( draft.keepEvidence ),
	keep_case_months: wholeTyped( draft.keepCases ),
	resolutions: draft.resolutions
		.filter( ( row ) => ! isEmpty( row ) )
		.map( ( { problem, answer, most }, at ) => ( {
			problem: problem.trim(),
			answer: answer.trim(),
			most: most.trim() ? read( `cases.resolutions.${ at }.most`, most ) : null,
		} ) ),
} );
