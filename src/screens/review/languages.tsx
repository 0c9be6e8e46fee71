import { __, sprintf } from '@wordpress/i18n';
import { Panel } from '../../components/panel';
import type { Queue } from '../../data/review/schema';
import { locale } from '../../data/boot';
import { formatNumber } from '../../format/numbers';

const names = (): Record< string, string > => ( {
	en: __( 'English', 'amicable' ),
	ko: __( 'Korean', 'amicable' ),
	tr: __( 'Turkish', 'amicable' ),
} );

const nameOf = ( code: string ) =>
	names()[ code ] ??
	new Intl.DisplayNames( [ locale() ], { type: 'language' } ).of( code ) ??
	code;

/** What is read at all. Who writes in another language is not clean but unread. */
export const Coverage = ( { reading }: { reading: Queue[ 'reading' ] } ) => (
	<>
		<p>
			{ sprintf(
				/* translators: 1: number of messages in other languages, 2: number of messages, 3: names of languages, "English, Korean and Turkish". */
				__(
					'%3$s. Of the latest %2$s messages %1$s are in another language: they are not read for tone, which does not mean that they are friendly.',
					'amicable'
				),
				formatNumber( reading.not_read ),
				formatNumber( reading.messages ),
				reading.read
			) }
		</p>
		<ul>
			{ reading.languages.map( ( { language, messages } ) => (
				<li key={ language }>
					{ sprintf(
						/* translators: 1: language, 2: number of messages. */
						__( '%1$s: %2$s', 'amicable' ),
						nameOf( language ),
						formatNumber( messages )
					) }
				</li>
			) ) }
		</ul>
	</>
);

export const Languages = ( { reading }: { reading: Queue[ 'reading' ] } ) => (
	<Panel id="amicable-review-languages" title={ __( 'What is read', 'amicable' ) }>
		<Coverage reading={ reading } />
	</Panel>
);
