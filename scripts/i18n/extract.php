<?php
/** Prints every translatable string of our PHP as JSON: context, singular, plural, comment, file. */

declare( strict_types=1 );

/** What each argument of a function is. */
const FUNCTIONS = [
	'__'           => [ 'text', 'domain' ],
	'_e'           => [ 'text', 'domain' ],
	'esc_html__'   => [ 'text', 'domain' ],
	'esc_html_e'   => [ 'text', 'domain' ],
	'esc_attr__'   => [ 'text', 'domain' ],
	'esc_attr_e'   => [ 'text', 'domain' ],
	'_x'           => [ 'text', 'context', 'domain' ],
	'_ex'          => [ 'text', 'context', 'domain' ],
	'esc_html_x'   => [ 'text', 'context', 'domain' ],
	'esc_attr_x'   => [ 'text', 'context', 'domain' ],
	'_n'           => [ 'text', 'plural', 'number', 'domain' ],
	'_nx'          => [ 'text', 'plural', 'number', 'context', 'domain' ],
	'_n_noop'      => [ 'text', 'plural', 'domain' ],
	'_nx_noop'     => [ 'text', 'plural', 'context', 'domain' ],
];

const SILENT = [ T_WHITESPACE, T_COMMENT, T_DOC_COMMENT ];

/**
 * The arguments of a call; null for one that is not a plain string.
 *
 * @param list<PhpToken> $tokens
 * @return list<string|null>
 */
function arguments( array $tokens, int $open ): array {
	$found = [];
	$parts = [];
	$depth = 0;

	for ( $at = $open, $end = count( $tokens ); $at < $end; $at++ ) {
		$token = $tokens[ $at ];
		$depth += in_array( $token->text, [ '(', '[', '{' ], true ) ? 1 : 0;
		$depth -= in_array( $token->text, [ ')', ']', '}' ], true ) ? 1 : 0;

		if ( $depth === 0 || ( $depth === 1 && $token->text === ',' ) ) {
			$found[] = literal( $parts );
			$parts   = [];
		} elseif ( ! $token->is( SILENT ) && $at !== $open ) {
			$parts[] = $token;
		}

		if ( $depth === 0 ) {
			break;
		}
	}

	return $found;
}

/** @param list<PhpToken> $parts */
function literal( array $parts ): ?string {
	$text = '';

	foreach ( $parts as $number => $part ) {
		if ( $number % 2 === 1 && $part->text === '.' ) {
			continue;
		}

		if ( ! $part->is( T_CONSTANT_ENCAPSED_STRING ) ) {
			return null;
		}

		$inner = substr( $part->text, 1, -1 );
		$text .= $part->text[0] === "'" ? str_replace( [ "\\'", '\\\\' ], [ "'", '\\' ], $inner ) : stripcslashes( $inner );
	}

	return $parts === [] ? null : $text;
}

/**
 * The nearest comment for translators, at most a statement before the call.
 *
 * @param list<PhpToken> $tokens
 */
function comment_before( array $tokens, int $at ): string {
	for ( $back = $at - 1; $back >= 0 && $tokens[ $at ]->line - $tokens[ $back ]->line <= 3; $back-- ) {
		if ( $tokens[ $back ]->is( [ T_COMMENT, T_DOC_COMMENT ] ) && stripos( $tokens[ $back ]->text, 'translators:' ) !== false ) {
			return trim( (string) preg_replace( '~^\s*(/\*+|//|\*)|\*/\s*$~m', '', $tokens[ $back ]->text ) );
		}
	}

	return '';
}

/** @return list<array<string, string>> */
function strings_in( string $file ): array {
	$tokens = PhpToken::tokenize( (string) file_get_contents( $file ) );
	$found  = [];

	foreach ( $tokens as $at => $token ) {
		$name = ltrim( $token->text, '\\' );
		$open = $at + 1;

		while ( isset( $tokens[ $open ] ) && $tokens[ $open ]->is( SILENT ) ) {
			++$open;
		}

		if ( ! $token->is( [ T_STRING, T_NAME_FULLY_QUALIFIED ] ) || ! isset( FUNCTIONS[ $name ] ) || ( $tokens[ $open ]->text ?? '' ) !== '(' ) {
			continue;
		}

		$given = arguments( $tokens, $open );
		$named = array_combine( array_slice( FUNCTIONS[ $name ], 0, count( $given ) ), array_slice( $given, 0, count( FUNCTIONS[ $name ] ) ) );

		if ( ( $named['domain'] ?? '' ) !== 'amicable' ) {
			continue;
		}

		if ( $named['text'] === null ) {
			fwrite( STDERR, "{$file}:{$token->line} {$name}() needs a plain string.\n" );
			exit( 1 );
		}

		$found[] = [
			'context' => (string) ( $named['context'] ?? '' ),
			'text'    => $named['text'],
			'plural'  => (string) ( $named['plural'] ?? '' ),
			'comment' => comment_before( $tokens, $at ),
			'file'    => $file,
		];
	}

	return $found;
}

/** @return list<string> */
function php_files(): array {
	$files = array_filter( [ 'plugin.php', 'uninstall.php' ], 'is_file' );

	if ( is_dir( 'includes' ) ) {
		foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( 'includes', FilesystemIterator::SKIP_DOTS ) ) as $file ) {
			if ( $file->getExtension() === 'php' ) {
				$files[] = $file->getPathname();
			}
		}
	}

	sort( $files );

	return $files;
}

chdir( dirname( __DIR__, 2 ) );
echo json_encode( array_merge( ...array_map( 'strings_in', php_files() ) ), JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR );
