<?php
/**
 * A web server with a certificate, on one port of this machine, for one client at a time.
 *
 * php tls-server.php CLASS CERTIFICATE PORT-FILE. The class answers; what it keeps is read and put at /state on a plain connection of its own kind: the path
 * "/-/state", which it never sees.
 */
declare( strict_types=1 );

require __DIR__ . '/../../../vendor/autoload.php';

[ $class, $certificate, $port_file ] = array_slice( $argv, 1 );

$context = stream_context_create( [ 'ssl' => [ 'local_cert' => $certificate ] ] );
$server  = stream_socket_server( 'tcp://127.0.0.1:0', $code, $message, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN, $context );
if ( $server === false ) {
	fwrite( STDERR, $message );
	exit( 1 );
}
$site = new $class();
file_put_contents( $port_file, substr( (string) strrchr( (string) stream_socket_get_name( $server, false ), ':' ), 1 ) );

while ( true ) {
	$client = @stream_socket_accept( $server, 120 );
	if ( $client === false ) {
		exit( 0 ); // Forgotten by whoever started it.
	}
	stream_set_timeout( $client, 5 );
	if ( @stream_socket_enable_crypto( $client, true, STREAM_CRYPTO_METHOD_TLS_SERVER ) !== true ) {
		fclose( $client );
		continue;
	}
	$head = '';
	while ( ! str_contains( $head, "\r\n\r\n" ) ) {
		$line = fgets( $client );
		if ( $line === false ) {
			break;
		}
		$head .= $line;
	}
	$lines   = explode( "\r\n", trim( $head ) );
	$first   = explode( ' ', (string) array_shift( $lines ) );
	$headers = [];
	foreach ( $lines as $line ) {
		[ $name, $value ]               = explode( ':', $line . ':', 2 );
		$headers[ strtolower( $name ) ] = trim( rtrim( $value, ':' ) );
	}
	$body   = '';
	$length = (int) ( $headers['content-length'] ?? 0 );
	while ( strlen( $body ) < $length ) {
		$read = fread( $client, $length - strlen( $body ) );
		if ( $read === false || $read === '' ) {
			break;
		}
		$body .= $read;
	}
	if ( count( $first ) === 3 && $first[1] === '/-/state' ) {
		$site->state = $first[0] === 'PUT' ? json_decode( $body, true ) : $site->state;
		$answer      = [ 200, $site->state ];
	} else {
		$answer = count( $first ) === 3 ? $site->answer( $first[0], $first[1], $headers, $body ) : null;
	}
	if ( $answer !== null ) {
		$text = json_encode( $answer[1] );
		$more = '';
		foreach ( $answer[2] ?? [] as $name => $value ) {
			$more .= "$name: $value\r\n";
		}
		@fwrite( $client, "HTTP/1.1 $answer[0] X\r\nContent-Type: application/json\r\n{$more}Content-Length: " . strlen( (string) $text ) . "\r\nConnection: close\r\n\r\n$text" );
	}
	@fclose( $client );
}
