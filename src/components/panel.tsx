import type { ReactNode } from 'react';

type Props = {
	id: string;
	title: string;
	/** Stands at the far end of the heading. */
	aside?: ReactNode;
	isBusy?: boolean;
	children: ReactNode;
};

/** A titled part of a screen. */
export const Panel = ( { id, title, aside, isBusy = false, children }: Props ) => (
	<section className="amicable-panel" aria-labelledby={ id } aria-busy={ isBusy }>
		<div className="amicable-panel__head">
			<h2 id={ id } className="amicable-panel__title">
				{ title }
			</h2>
			{ aside }
		</div>
		{ children }
	</section>
);
