import { Button } from '@wordpress/components';
import type { ReactNode } from 'react';

type Props = {
	isBusy: boolean;
	/** False while something needed is missing. */
	mayGo?: boolean;
	variant?: 'primary' | 'secondary' | 'tertiary';
	/** The id of the form, where the button stands outside of it. */
	form?: string;
	children: ReactNode;
};

/** The button that sends a form: once at a time, and a keyboard still reaches it while it may not. */
export function Submit( { isBusy, mayGo = true, variant = 'primary', form, children }: Props ) {
	return (
		<Button
			__next40pxDefaultSize
			variant={ variant }
			type="submit"
			form={ form }
			isBusy={ isBusy }
			disabled={ isBusy || ! mayGo }
			accessibleWhenDisabled
		>
			{ children }
		</Button>
	);
}
