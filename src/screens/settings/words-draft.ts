import type { Settings } from '../../data/settings/schema';
import { wholeTyped } from '../../format/typed';

type Patterns = Settings[ 'patterns' ];
type WordPatterns = Omit< Patterns, 'docs_questions' | 'cost_over_paid' >;

/** As typed: the same names as in the settings. */
export type WordsDraft = {
	[ Name in keyof WordPatterns ]: { [ Field in keyof WordPatterns[ Name ] ]: string };
};

export const wordsDraft = ( patterns: WordPatterns ): WordsDraft => ( {
	hostile_messages: {
		severe: String( patterns.hostile_messages.severe ),
		mild: String( patterns.hostile_messages.mild ),
		mild_days: String( patterns.hostile_messages.mild_days ),
		days: String( patterns.hostile_messages.days ),
		half_life: String( patterns.hostile_messages.half_life ),
	},
	threat_with_demand: {
		messages: String( patterns.threat_with_demand.messages ),
		days: String( patterns.threat_with_demand.days ),
		fades_after: String( patterns.threat_with_demand.fades_after ),
	},
	payment_dispute: {
		disputes: String( patterns.payment_dispute.disputes ),
		days: String( patterns.payment_dispute.days ),
	},
	repeat_refunds: {
		times: String( patterns.repeat_refunds.times ),
		days: String( patterns.repeat_refunds.days ),
	},
	expectations: {
		messages: String( patterns.expectations.messages ),
		days: String( patterns.expectations.days ),
	},
	early_signs: {
		questions: String( patterns.early_signs.questions ),
		strained: String( patterns.early_signs.strained ),
		times: String( patterns.early_signs.times ),
		days: String( patterns.early_signs.days ),
		ahead: String( patterns.early_signs.ahead ),
	},
	docs_gaps: {
		people: String( patterns.docs_gaps.people ),
		days: String( patterns.docs_gaps.days ),
	},
} );

/** What was typed, in numbers; what is none becomes NaN, which the form refuses. */
export const wordsOf = ( words: WordsDraft ): WordPatterns => ( {
	hostile_messages: {
		severe: wholeTyped( words.hostile_messages.severe ),
		mild: wholeTyped( words.hostile_messages.mild ),
		mild_days: wholeTyped( words.hostile_messages.mild_days ),
		days: wholeTyped( words.hostile_messages.days ),
		half_life: wholeTyped( words.hostile_messages.half_life ),
	},
	threat_with_demand: {
		messages: wholeTyped( words.threat_with_demand.messages ),
		days: wholeTyped( words.threat_with_demand.days ),
		fades_after: wholeTyped( words.threat_with_demand.fades_after ),
	},
	payment_dispute: {
		disputes: wholeTyped( words.payment_dispute.disputes ),
		days: wholeTyped( words.payment_dispute.days ),
	},
	repeat_refunds: {
		times: wholeTyped( words.repeat_refunds.times ),
		days: wholeTyped( words.repeat_refunds.days ),
	},
	expectations: {
		messages: wholeTyped( words.expectations.messages ),
		days: wholeTyped( words.expectations.days ),
	},
	early_signs: {
		questions: wholeTyped( words.early_signs.questions ),
		strained: wholeTyped( words.early_signs.strained ),
		times: wholeTyped( words.early_signs.times ),
		days: wholeTyped( words.early_signs.days ),
		ahead: wholeTyped( words.early_signs.ahead ),
	},
	docs_gaps: {
		people: wholeTyped( words.docs_gaps.people ),
		days: wholeTyped( words.docs_gaps.days ),
	},
} );
