import { __, _x, sprintf } from '@wordpress/i18n';
import { Panel } from '../../components/panel';
import type { PackLine, PackPart } from '../../data/evidence/schema';
import { formatDateTime } from '../../format/dates';

/** Addresses can be followed, on paper they can be read. */
const Value = ( { value }: { value: string } ) =>
	/^https?:\/\//.test( value ) ? <a href={ value }>{ value }</a> : <>{ value }</>;

const Line = ( { line: { at, title, text, facts } }: { line: PackLine } ) => (
	<li>
		<div className="amicable-evidence__line">
			<strong>{ title }</strong>
			{ at && <time dateTime={ at }>{ formatDateTime( at ) }</time> }
		</div>
		{ text !== null && <blockquote className="amicable-evidence__words">{ text }</blockquote> }
		{ facts.length > 0 && (
			<dl className="amicable-evidence__facts">
				{ facts.map( ( { label, value } ) => (
					<div key={ label }>
						<dt>{ label }</dt>
						<dd>
							<Value value={ value } />
						</dd>
					</div>
				) ) }
			</dl>
		) }
	</li>
);

const sealed = ( { sha256, drawn_at: at }: PackPart ) =>
	sprintf(
		/* translators: 1: a hash of 64 characters, 2: number of a row, 3: another hash. */
		__( 'SHA-256 %1$s · drawn at row %2$d of the log (%3$s)', 'amicable' ),
		sha256,
		at.id,
		at.chain_hash || _x( 'empty', 'the log has no rows', 'amicable' )
	);

/** Lines in their order, and the seal over exactly these. */
export const Part = ( { part }: { part: PackPart } ) => (
	<Panel id={ `amicable-evidence-${ part.name }` } title={ part.title }>
		{ part.lines.length === 0 ? (
			<p>{ __( 'Nothing on record.', 'amicable' ) }</p>
		) : (
			<ol className="amicable-evidence__lines">
				{ part.lines.map( ( line, at ) => (
					<Line key={ at } line={ line } />
				) ) }
			</ol>
		) }
		<p className="amicable-evidence__seal">{ sealed( part ) }</p>
	</Panel>
);
