import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { Panel } from '../../components/panel';
import { inPractice } from '../../data/boot';
import { OpenFreemius } from './freemius';
import { OpenLicenseServer } from './license-server';

function Disclosure( { label, children }: { label: string; children: ReactNode } ) {
	const [ isOpen, setOpen ] = useState( false );
	return (
		<div className="amicable-settings__part">
			<Button
				variant="secondary"
				aria-expanded={ isOpen }
				onClick={ () => setOpen( ! isOpen ) }
			>
				{ label }
			</Button>
			{ isOpen && children }
		</div>
	);
}

/** For shops whose licenses live somewhere else. Each part is read only when somebody opens it. */
export const LicensesSection = () =>
	inPractice() ? null : (
		<Panel
			id="amicable-settings-licenses"
			title={ __( 'Licenses outside this site', 'amicable' ) }
		>
			<p>
				{ __(
					'Your licenses live outside this site? Say how they are read and ended there, and parting ends them too.',
					'amicable'
				) }
			</p>
			<Disclosure label={ __( 'Set up Freemius', 'amicable' ) }>
				<OpenFreemius />
			</Disclosure>
			<Disclosure label={ __( 'Set up a license server of your own', 'amicable' ) }>
				<OpenLicenseServer />
			</Disclosure>
		</Panel>
	);
