import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { OffboardingCase } from '../../data/cases/schema';
import { useLetter } from '../../data/letters/hooks';
import { Link } from '../../router/link';
import { sentWords } from './composer/sent-words';

/** What just went out, above what comes next. Whoever sent it goes on reading here. */
export function JustSent( { item, id }: { item: OffboardingCase; id: number } ) {
	const { letter } = useLetter( item.id, id );
	const words = useRef< HTMLParagraphElement >( null );
	const isOut = letter?.case_id === item.id && letter.state === 'sent';
	useEffect( () => words.current?.focus(), [ isOut ] );
	return isOut ? (
		<p ref={ words } tabIndex={ -1 } className="amicable-case__sent">
			{ sentWords( letter ) }{ ' ' }
			<Link to="case" of={ item.id } params={ { letter: String( id ) } }>
				{ __( 'Read what went out', 'amicable' ) }
			</Link>
		</p>
	) : null;
}
