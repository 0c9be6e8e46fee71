import { SelectControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { Badge } from '../../components/badge';
import { Panel } from '../../components/panel';
import type { Template } from '../../data/playbook/schema';
import { patternNames, stageNames } from '../../format/words';
import { Link } from '../../router/link';
import { isPattern } from './patterns';

type Props = { templates: Template[]; open: string | undefined };

const ALL = '';

const groupName = ( { stage }: Template ) =>
	stage ? stageNames()[ stage ] : __( 'Texts to paste', 'amicable' );

const patternsIn = ( templates: Template[] ) =>
	[ ...new Set( templates.flatMap( ( { patterns } ) => patterns ) ) ].filter( isPattern );

const newer = ( { own, based_on: from, shipped_version: shipped }: Template ) =>
	own && from !== null && from < shipped;

const One = ( { template, isOpen }: { template: Template; isOpen: boolean } ) => (
	<li className="amicable-playbook__one">
		<Link
			to="playbook"
			params={ { text: template.slug, language: template.language } }
			aria-current={ isOpen ? 'true' : undefined }
		>
			{ template.title }
		</Link>
		<span className="amicable-badges">
			{ template.own && <Badge look="good">{ __( 'Own words', 'amicable' ) }</Badge> }
			{ ! template.own && (
				<span className="amicable-muted">{ __( 'As shipped', 'amicable' ) }</span>
			) }
			{ newer( template ) && (
				<Badge look="watch">{ __( 'A newer text was shipped', 'amicable' ) }</Badge>
			) }
		</span>
	</li>
);

/** All texts, by the stage that they are for. */
export function List( { templates, open }: Props ) {
	const [ pattern, setPattern ] = useState< string >( ALL );
	const shown = templates.filter(
		( { patterns } ) => pattern === ALL || patterns.length === 0 || patterns.includes( pattern )
	);
	const groups = [ ...new Set( shown.map( groupName ) ) ];
	return (
		<Panel id="amicable-playbook-list" title={ __( 'Texts', 'amicable' ) }>
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'For', 'amicable' ) }
				value={ pattern }
				options={ [
					{ value: ALL, label: __( 'Everything that is noticed', 'amicable' ) },
					...patternsIn( templates ).map( ( value ) => ( {
						value: String( value ),
						label: patternNames()[ value ],
					} ) ),
				] }
				onChange={ setPattern }
			/>
			{ groups.map( ( group ) => (
				<div key={ group }>
					<h3 className="amicable-playbook__group">{ group }</h3>
					<ul className="amicable-playbook__list">
						{ shown
							.filter( ( template ) => groupName( template ) === group )
							.map( ( template ) => (
								<One
									key={ template.slug }
									template={ template }
									isOpen={ template.slug === open }
								/>
							) ) }
					</ul>
				</div>
			) ) }
		</Panel>
	);
}
