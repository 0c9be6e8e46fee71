import * as z from 'zod/mini';

/** One shape of the REST API. Generated into includes/Rest/schemas, where PHP judges by it; the examples are put before both judges. */
export type Shape = {
	schema: z.ZodMiniType;
	/** `input`: what a client may send, nothing beside it. `output`: what the server answers. */
	io: 'input' | 'output';
	valid: unknown[];
	invalid: unknown[];
};

/** JavaScript's `$` stands at the very end, PHP's also before a last line break: this one means the same in both. */
const whole = ( inner: string ) => new RegExp( `^(?:${ inner })(?!\\n)$` );

export const id = z.int().check( z.minimum( 1 ) );
export const count = z.int().check( z.minimum( 0 ) );
export const percent = z.int().check( z.minimum( 0 ), z.maximum( 100 ) );

/** What a person wrote, at most so long. */
export const text = ( most: number ) => z.string().check( z.maxLength( most ) );
/** The same where nothing at all would be no answer. */
export const said = ( most: number ) => z.string().check( z.minLength( 1 ), z.maxLength( most ) );

export const currency = z.string().check( z.regex( whole( '[A-Z]{3}' ) ) );

/** Minor units and a currency, as the PHP Money class sends them. */
export const money = z.object( { minor: z.int(), currency } );
export const moneyInput = z.strictObject( { minor: z.int(), currency } );

/** UTC in RFC 3339: 2026-03-01T09:30:00Z. */
export const time = z
	.string()
	.check(
		z.regex(
			whole(
				'\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,6})?Z'
			)
		)
	);

/** A day on a calendar: 2026-03-01. */
export const day = z
	.string()
	.check( z.regex( whole( '\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])' ) ) );

/** Only https is ever printed as a link that somebody else gave us. */
export const httpsUrl = z
	.string()
	.check( z.maxLength( 500 ), z.regex( whole( 'https://[^\\s<>"]+' ) ) );

/** Where a page of this site or of a help desk is; local sites speak http. */
export const pageUrl = z
	.string()
	.check( z.maxLength( 2000 ), z.regex( whole( 'https?://[^\\s<>"]+' ) ) );

export const slug = z.string().check( z.regex( whole( '[a-z0-9_-]{1,32}' ) ) );
/** A rule for reading messages: en.abuse.curses_at_you. */
export const ruleName = z.string().check( z.regex( whole( '[a-z0-9_.]{1,100}' ) ) );
export const hash = z.string().check( z.regex( whole( '[0-9a-f]{64}' ) ) );

export const storeId = z.enum( [ 'woocommerce', 'edd', 'sample' ] );
export const orderRef = z.object( { store: storeId, id } );
export const orderRefInput = z.strictObject( { store: storeId, id } );

export type Money = z.infer< typeof money >;
export type OrderRef = z.infer< typeof orderRef >;
export type StoreId = z.infer< typeof storeId >;
