import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { CustomerLock, Passage } from '../../data/locks/schema';
import { PassageDialog } from './passage-dialog';

/** What is answered whoever somebody is, each with a neutral text. */
export function Passages( { locked }: { locked: CustomerLock } ) {
	const [ kind, setKind ] = useState< Passage[ 'kind' ] >();
	return (
		<>
			<p>
				{ __(
					'These are answered all the same, with a neutral text. It is written down, and it opens nothing again.',
					'amicable'
				) }
			</p>
			<div className="amicable-reply-lock__passages">
				{ locked.passages.map( ( passage ) => (
					<Button
						key={ passage.kind }
						variant="secondary"
						size="compact"
						onClick={ () => setKind( passage.kind ) }
					>
						{ passage.label }
					</Button>
				) ) }
			</div>
			{ kind && (
				<PassageDialog
					customer={ locked.customer_id }
					kind={ kind }
					first={ locked.language }
					onClose={ () => setKind( undefined ) }
				/>
			) }
		</>
	);
}
