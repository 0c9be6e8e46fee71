import { Component } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { ErrorNotice } from './error-notice';

type Props = { children: ReactNode };
type State = { error: unknown };

/** One broken screen leaves the others working. */
export class ErrorBoundary extends Component< Props, State > {
	override state: State = { error: undefined };

	static getDerivedStateFromError( error: unknown ): State {
		return { error };
	}

	retry = () => {
		// The loader does not ask again for a file that failed once: only a new page does.
		const { error } = this.state;
		if ( error instanceof Error && error.name === 'ChunkLoadError' ) {
			window.location.reload();
		} else {
			this.setState( { error: undefined } );
		}
	};

	override render() {
		if ( ! this.state.error ) {
			return this.props.children;
		}
		return (
			<ErrorNotice
				message={ __( 'This screen could not be shown.', 'amicable' ) }
				error={ this.state.error }
				onRetry={ this.retry }
			/>
		);
	}
}
