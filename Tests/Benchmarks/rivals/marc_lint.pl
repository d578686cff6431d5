#!/usr/bin/perl
# MARC::Lint, the judge that most libraries know: reads with MARC::Batch and writes a line a warning.
#
#     marc_lint.pl FILE DEFECTS
use strict;
use warnings;
use MARC::Batch;
use MARC::Lint;

my ($source, $defects) = @ARGV;
my $batch = MARC::Batch->new('USMARC', $source);
$batch->strict_off;
$batch->warnings_off;
open my $report, '>:encoding(UTF-8)', $defects or die "$defects: $!";
my $lint = MARC::Lint->new;
my $count = 0;
while (my $record = $batch->next) {
    $count++;
    my $field = $record->field('001');
    my $control = $field ? $field->data : '';
    $lint->check_record($record);
    print {$report} "$control\t$_\n" for $lint->warnings;
}
close $report or die "$defects: $!";
print "$count records\n";
