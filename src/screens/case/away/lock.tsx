import { useDispatch } from '@wordpress/data';
import { useEffect } from '@wordpress/element';
import { ReplyLock } from '../../../components/reply-lock';
import { locksStore } from '../../../data/locks/store';
import type { CasePanelProps } from '../panels';

/** A case that moved may keep us silent since, or no longer. */
export function LockPanel( { item: { customer_id: customer, version } }: CasePanelProps ) {
	const { forget } = useDispatch( locksStore );
	useEffect( () => {
		forget();
	}, [ forget, version ] );
	return <ReplyLock customer={ customer } />;
}
