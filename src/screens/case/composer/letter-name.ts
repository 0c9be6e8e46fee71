import { __ } from '@wordpress/i18n';
import type { Letter } from '../../../data/letters/schema';
import { stageNames } from '../../../format/words';

/** What a message is for. */
export function letterName( {
	channel,
	template,
	stage,
}: Pick< Letter, 'channel' | 'template' | 'stage' > ) {
	if ( channel === 'public' ) {
		return __( 'Public answer', 'amicable' );
	}
	if ( channel === 'paste' ) {
		return __( 'Text to paste', 'amicable' );
	}
	return template ? stageNames()[ stage ] : __( 'Free message', 'amicable' );
}
