import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

type Props = { words: { subject: string; body: string }; isFirst?: boolean };

/** Sites without https have no clipboard: then the words are shown, ready to be taken. */
export function CopyWords( { words: { subject, body }, isFirst = false }: Props ) {
	const [ state, setState ] = useState< 'none' | 'copied' | 'shown' >( 'none' );
	const text = subject ? `${ subject }\n\n${ body }` : body;
	const copy = async () => {
		try {
			await window.navigator.clipboard.writeText( text );
			setState( 'copied' );
			speak( __( 'Copied.', 'amicable' ) );
		} catch {
			setState( 'shown' );
		}
	};
	return (
		<>
			<Button
				__next40pxDefaultSize
				variant={ isFirst ? 'primary' : 'secondary' }
				onClick={ copy }
			>
				{ state === 'copied'
					? __( 'Copied', 'amicable' )
					: __( 'Copy the words', 'amicable' ) }
			</Button>
			{ state === 'shown' && (
				<textarea
					className="amicable-send__words"
					aria-label={ __( 'The words, to be copied from here', 'amicable' ) }
					readOnly
					rows={ 6 }
					dir="auto"
					value={ text }
					onFocus={ ( { target } ) => target.select() }
				/>
			) }
		</>
	);
}
