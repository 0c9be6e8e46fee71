import { lazy } from '@wordpress/element';
import type { ComponentType } from 'react';
import type { Params, ScreenName } from './router/history';

/** What every screen is given: the rest it asks the stores for. */
export type ScreenProps = { id: number | undefined; params: Params };

type Load = () => Promise< ComponentType< ScreenProps > >;

const screen = ( load: Load ) => lazy( async () => ( { default: await load() } ) );

/** One file each, fetched when it is first shown. */
export const SCREENS: Partial< Record< ScreenName, ComponentType< ScreenProps > > > = {
	overview: screen( async () => {
		const { OverviewScreen } = await import(
			/* webpackChunkName: "amicable-overview" */ './screens/overview'
		);
		return OverviewScreen;
	} ),
	find: screen( async () => {
		const { FindScreen } = await import(
			/* webpackChunkName: "amicable-find" */ './screens/find'
		);
		return FindScreen;
	} ),
	customers: screen( async () => {
		const { CustomersScreen } = await import(
			/* webpackChunkName: "amicable-customers" */ './screens/customers'
		);
		return CustomersScreen;
	} ),
	cases: screen( async () => {
		const { CasesScreen } = await import(
			/* webpackChunkName: "amicable-cases" */ './screens/cases'
		);
		return CasesScreen;
	} ),
	case: screen( async () => {
		const { CaseScreen } = await import(
			/* webpackChunkName: "amicable-case" */ './screens/case'
		);
		return CaseScreen;
	} ),
	review: screen( async () => {
		const { ReviewScreen } = await import(
			/* webpackChunkName: "amicable-review" */ './screens/review'
		);
		return ReviewScreen;
	} ),
	reports: screen( async () => {
		const { ReportsScreen } = await import(
			/* webpackChunkName: "amicable-reports" */ './screens/reports'
		);
		return ReportsScreen;
	} ),
	'loose-ends': screen( async () => {
		const { LooseEndsScreen } = await import(
			/* webpackChunkName: "amicable-loose-ends" */ './screens/loose-ends'
		);
		return LooseEndsScreen;
	} ),
	run: screen( async () => {
		const { RunScreen } = await import(
			/* webpackChunkName: "amicable-run" */ './screens/run'
		);
		return RunScreen;
	} ),
	dispute: screen( async () => {
		const { DisputeScreen } = await import(
			/* webpackChunkName: "amicable-dispute" */ './screens/dispute'
		);
		return DisputeScreen;
	} ),
	customer: screen( async () => {
		const { CustomerScreen } = await import(
			/* webpackChunkName: "amicable-customer" */ './screens/customer'
		);
		return CustomerScreen;
	} ),
	import: screen( async () => {
		const { ImportScreen } = await import(
			/* webpackChunkName: "amicable-import" */ './screens/import'
		);
		return ImportScreen;
	} ),
	evidence: screen( async () => {
		const { EvidenceScreen } = await import(
			/* webpackChunkName: "amicable-evidence" */ './screens/evidence'
		);
		return EvidenceScreen;
	} ),
	log: screen( async () => {
		const { LogScreen } = await import(
			/* webpackChunkName: "amicable-log" */ './screens/log'
		);
		return LogScreen;
	} ),
	playbook: screen( async () => {
		const { PlaybookScreen } = await import(
			/* webpackChunkName: "amicable-playbook" */ './screens/playbook'
		);
		return PlaybookScreen;
	} ),
	settings: screen( async () => {
		const { SettingsScreen } = await import(
			/* webpackChunkName: "amicable-settings" */ './screens/settings'
		);
		return SettingsScreen;
	} ),
};
