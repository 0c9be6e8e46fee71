import type { ReactNode } from 'react';

type Props = { label: string; children: ReactNode; hint?: ReactNode };

/** A number with its name, inside `Figures`. */
export const Figure = ( { label, children, hint }: Props ) => (
	<div className="amicable-figure">
		<dt className="amicable-figure__label">{ label }</dt>
		<dd className="amicable-figure__value">
			{ children }
			{ hint && <span className="amicable-figure__hint">{ hint }</span> }
		</dd>
	</div>
);

export const Figures = ( { children }: { children: ReactNode } ) => (
	<dl className="amicable-figures">{ children }</dl>
);
