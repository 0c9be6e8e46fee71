<?php
/**
 * Who may ask what: a reviewed table. A route that is not in it fails the test, and so does a line without a route.
 *
 * Everybody who is not named is refused: 401 without login, 403 with one.
 */

declare( strict_types=1 );

$settled  = [ 'administrator' ];
$managers = [ 'administrator', 'shop_manager' ];
$everyone = [ 'administrator', 'shop_manager', 'amicable_support_agent' ];

return [
	'GET /imports'                                                                              => $managers,
	'POST /imports'                                                                             => $managers,
	'GET /imports/(?P<id>\d+)'                                                                  => $managers,
	'PUT /imports/(?P<id>\d+)'                                                                  => $managers,
	'DELETE /imports/(?P<id>\d+)'                                                               => $managers,
	'PUT /imports/(?P<id>\d+)/chunks/(?P<n>\d+)'                                                => $managers,
	'GET /imports/(?P<id>\d+)/preview'                                                          => $managers,
	'POST /imports/(?P<id>\d+)/run'                                                             => $managers,
	'GET /imports/(?P<id>\d+)/rejected'                                                         => $managers,
	'GET /overview'                                                                             => $everyone,
	'POST /overview/import'                                                                     => $everyone,
	'GET /setup'                                                                                => $settled,
	'POST /setup/rates'                                                                         => $settled,
	'GET /find'                                                                                 => $everyone,
	'GET /customers'                                                                            => $everyone,
	'GET /customers/(?P<id>\d+)'                                                                => $everyone,
	'POST /customers/(?P<id>\d+)/merge'                                                         => $everyone,
	'POST /customers/(?P<id>\d+)/unmerge'                                                       => $everyone,
	'GET /customers/(?P<id>\d+)/orders'                                                         => $everyone,
	'GET /customers/(?P<id>\d+)/tickets'                                                        => $everyone,
	'GET /customers/(?P<id>\d+)/evidence'                                                       => $everyone,
	'GET /customers/(?P<id>\d+)/timeline'                                                       => $everyone,
	'GET /customers/(?P<id>\d+)/goodwill'                                                       => $everyone,
	'POST /customers/(?P<id>\d+)/goodwill'                                                      => $everyone,
	'GET /disputes/(?P<id>\d+)'                                                                 => $managers,
	'POST /orders/(?P<store>woocommerce|edd|sample)/(?P<order_id>\d+)/dispute'                  => $managers,
	'POST /orders/(?P<store>woocommerce|edd|sample)/(?P<order_id>\d+)/reopen'                   => $managers,
	'POST /customers/(?P<id>\d+)/flags/(?P<pattern>[a-z_]+)/review'                             => $everyone,
	'POST /contacts'                                                                            => $everyone,
	'POST /tickets'                                                                             => $managers,
	'GET /orders/(?P<store>woocommerce|edd|sample)/(?P<order_id>\d+)/customer'                  => $everyone,
	'POST /customers/(?P<id>\d+)/flags/(?P<pattern>[a-z_]+)/review'                             => $everyone,
	'POST /contacts'                                                                            => $everyone,
	'POST /tickets'                                                                             => $managers,
	'GET /loose-ends'                                                                           => $everyone,
	'POST /loose-ends/(?P<id>\d+)/leave'                                                      => $managers,
	'GET /cases'                                                                                => $everyone,
	'POST /cases'                                                                               => $everyone,
	'GET /cases/(?P<id>\d+)'                                                                    => $everyone,
	'POST /cases/(?P<id>\d+)/events'                                                            => $everyone,
	'POST /offboardings/plan'                                                                   => $managers,
	'POST /offboardings'                                                                        => $managers,
	'GET /offboardings/(?P<id>\d+)'                                                             => $managers,
	'POST /offboardings/(?P<id>\d+)/run'                                                        => $managers,
	'POST /offboardings/(?P<id>\d+)/stop'                                                       => $managers,
	'POST /offboardings/(?P<id>\d+)/resume'                                                     => $managers,
	'POST /offboardings/(?P<id>\d+)/approve'                                                    => $settled,
	'POST /offboardings/(?P<id>\d+)/accept'                                                     => $settled,
	'POST /offboardings/(?P<id>\d+)/check'                                                      => $managers,
	'POST /offboardings/(?P<id>\d+)/steps/(?P<key>[^/]+)/settle'                                => $managers,
	'POST /offboardings/(?P<id>\d+)/steps/(?P<key>[^/]+)/retry'                                 => $managers,
	'POST /customers/(?P<id>\d+)/block'                                                         => $managers,
	'POST /customers/(?P<id>\d+)/unblock'                                                       => $managers,
	'GET /log/verify'                                                                           => $settled,
	'GET /practice'                                                                             => $settled,
	'POST /practice'                                                                            => $settled,
	'DELETE /practice'                                                                          => $settled,
	'GET /me'                                                                                   => $everyone,
	'PUT /me'                                                                                   => $everyone,
	'GET /settings'                                                                             => $settled,
	'POST /settings/preview'                                                                    => $settled,
	'PUT /settings'                                                                             => $settled,
];
