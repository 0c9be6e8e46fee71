import { useDispatch } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import { WithContents } from '../../components/contents';
import { ErrorNotice } from '../../components/error-notice';
import { ScreenTitle } from '../../components/screen-title';
import { Skeleton } from '../../components/skeleton';
import { useSettings } from '../../data/settings/hooks';
import { settingsStore } from '../../data/settings/store';
import { FilesSection } from './files-section';
import { Form } from './form';
import { HelpDesksSection } from './help-desks';
import { LicensesSection } from './licenses-section';
import { LogSection } from './log-section';
import { OwnRulesSection } from './own-rules';
import { PracticeSection } from './practice-section';
import { ServicesSection } from './services-section';

export function SettingsScreen() {
	const { settings, error, isLoading } = useSettings();
	const { invalidateResolution } = useDispatch( settingsStore );
	return (
		<section
			className="amicable-screen amicable-settings"
			aria-labelledby="amicable-settings"
			aria-busy={ isLoading }
		>
			<ScreenTitle id="amicable-settings" title={ __( 'Settings', 'amicable' ) } />
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The settings could not be loaded.', 'amicable' ) }
					error={ error }
					onRetry={ () => invalidateResolution( 'getSettings', [] ) }
				/>
			) }
			<WithContents>
				{ settings && <Form settings={ settings } /> }
				{ ! settings && isLoading && <Skeleton lines={ 10 } height={ 28 } /> }
				<p className="amicable-settings__own">
					{ __( 'Each part below is saved by a button of its own.', 'amicable' ) }
				</p>
				{ settings && <OwnRulesSection settings={ settings } /> }
				<HelpDesksSection />
				<ServicesSection />
				<LicensesSection />
				<FilesSection />
				<LogSection />
				<PracticeSection />
			</WithContents>
		</section>
	);
}
