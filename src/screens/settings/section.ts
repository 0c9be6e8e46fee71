import type { Errors } from '../../data/field-errors';
import type { Draft } from './draft';

/** What every part of the form is given. */
export type SectionProps = {
	draft: Draft;
	errors: Errors;
	onChange: ( draft: Draft ) => void;
};
