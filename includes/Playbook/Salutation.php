<?php
declare( strict_types=1 );

namespace Amicable\Playbook;

/** How a customer is greeted: by name, or without one; never by a guess at who they are. */
final class Salutation {

	private const SHIPPED = [
		'en' => [ 'Hi {first_name},', 'Hi there,' ],
		'ko' => [ '{full_name}님, 안녕하세요.', '안녕하세요, 고객님.' ],
		'tr' => [ 'Merhaba {first_name},', 'Merhaba,' ],
	];

	/** @param array<string, string> $own The owner's greeting by language, with `{first_name}` or `{full_name}`. */
	public function __construct( private readonly array $own = [] ) {
	}

	public function to( string $first_name, string $full_name, string $language ): string {
		[ $shipped, $nameless ] = self::SHIPPED[ $language ] ?? self::SHIPPED['en'];
		$own                    = trim( $this->own[ $language ] ?? '' );
		$greeting               = $own === '' ? $shipped : $own;
		$names                  = [
			'{first_name}' => trim( $first_name ),
			'{full_name}'  => trim( $full_name ),
		];
		foreach ( $names as $field => $name ) {
			if ( $name === '' && str_contains( $greeting, $field ) ) {
				return $nameless;
			}
		}

		return strtr( $greeting, $names );
	}
}
