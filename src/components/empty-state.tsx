import type { ReactNode } from 'react';

type Props = { title: string; children: ReactNode; actions?: ReactNode };

/** Says what would be here and how it gets here. */
export const EmptyState = ( { title, children, actions }: Props ) => (
	<div className="amicable-empty">
		<h2 className="amicable-empty__title">{ title }</h2>
		<div className="amicable-empty__text">{ children }</div>
		{ actions && <div className="amicable-empty__actions">{ actions }</div> }
	</div>
);
