#!/usr/bin/perl
# Judges the records of a file of ISO 2709 with MARC::Lint and prints what it finds.
#
#     marc_lint.pl FILE
#
# One line a finding: the record's number from 1, the tag and the occurrence of the field that was at hand (both empty for
# the record as a whole), the words of MARC::Lint. A record that MARC::Record cannot read has one line, which begins with
# "unread: ". The records must be as long as their leaders say.
use strict;
use warnings;
no warnings 'redefine';

use MARC::File::USMARC;
use MARC::Lint;
use Scalar::Util qw(refaddr);

binmode STDOUT, ':encoding(UTF-8)';

# MARC::Lint names no field. It asks each one for its tag before anything else, so the last that was asked is at hand.
my $at_hand;
my $tag = \&MARC::Field::tag;
*MARC::Field::tag = sub { $at_hand = refaddr($_[0]); return $tag->($_[0]) };

package Findings {
    our @ISA = ('MARC::Lint');
    my @found;

    sub warn {
        my ($self, @words) = @_;
        push @found, [$at_hand, join '', @words];
        return;
    }

    # The fields of a record, by address: tag and occurrence.
    sub places {
        my ($record) = @_;
        my (%count, %places);
        for my $field ($record->fields) {
            my $name = $tag->($field);
            $places{Scalar::Util::refaddr($field)} = [$name, ++$count{$name}];
        }
        return \%places;
    }

    sub judge {
        my ($self, $record) = @_;
        @found = ();
        my $places = places($record);
        $self->check_record($record);
        return map {
            my ($field, $words) = @$_;
            my $is_whole = $words =~ /^1XX: Only one|^245: No 245 tag/;
            [$is_whole || !defined $field ? ('', '') : @{ $places->{$field} }, $words];
        } @found;
    }
}

sub line {
    my @columns = @_;
    s/[\x00-\x1f\x7f]+/ /g for @columns;
    print join("\t", @columns), "\n";
}

my $lint = Findings->new;
open my $file, '<:raw', $ARGV[0] or die "$ARGV[0]: $!\n";
my $number = 0;
while (read($file, my $head, 5) == 5) {
    read $file, my $rest, $head - 5;
    $number += 1;
    my $record = eval { local $SIG{__WARN__} = sub { }; MARC::File::USMARC->decode($head . $rest) };
    if (!$record) { line($number, '', '', "unread: $@"); next }
    my @findings = eval { local $SIG{__WARN__} = sub { }; $lint->judge($record) };
    if ($@) { line($number, '', '', "unread: $@"); next }
    line($number, @$_) for @findings;
}
