/** Makes bundled packages look up their strings in our text domain. */

const ours = JSON.stringify( require.resolve( './our-i18n' ) );

module.exports = ( source ) =>
	source.replace( /from\s*(["'])@wordpress\/i18n\1/g, `from ${ ours }` );
